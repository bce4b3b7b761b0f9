using FollowUpBot.Bot.Documents;
using FollowUpBot.Bot.Host;
using FollowUpBot.Bot.Mail;
using FollowUpBot.Deals;
using FollowUpBot.Storage;
using FollowUpBot.Teams.Protocol;
using FollowUpBot.Tests.Proofs.Simulation;
using NodaTime;

namespace FollowUpBot.Tests.Proofs;

/// <summary>Some replicas of the product over one store, as in the simulation, with reminders that are due and faults that are chosen.</summary>
internal sealed class Replicas
{
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 1, 9, 0);

    private readonly World world = new(seed: 1, Start);
    private readonly List<(string Partition, string Id)> reminders = [];
    private readonly IReadOnlyList<Server> servers;

    public Replicas(int count, FaultPlan plan)
    {
        Around = new Surroundings(
            world, new SharedStore(world), new SharedTeams(world), plan, new MailOptions { Servers = count }, new ReminderOptions { OnlyInWorkingHours = false });
        servers = [.. Enumerable.Range(0, count).Select(number => new Server(Around, $"{(char)('a' + number)}"))];
        plan.Begin();
    }

    public Surroundings Around { get; }

    public IReadOnlyList<Post> Posts => Around.Teams.Posts;

    public IEnumerable<Delivery> Deliveries => reminders.Select(at => Around.Store.Documents.FindAsync(
        at.Partition, at.Id, BotJson.Default.ReminderDocument, CancellationToken.None).Result?.Value.Delivery).OfType<Delivery>();

    /// <summary>So many reps with so many meetings each, all to be reminded of now.</summary>
    public void Owe(int reps, int each)
    {
        for (var rep = 0; rep < reps; rep++)
        {
            var person = PersonOf(rep);
            Apply(person.ToDocument());
            for (var number = 0; number < each; number++)
                Owe(person, $"{rep}-{number}");
        }
    }

    public void Run(Duration length) => world.RunUntil(
        world.Now + length,
        () => servers.Select(server => server.NextPoll()).Where(poll => poll is not null).MinBy(poll => poll?.At));

    private static PersonDocument PersonOf(int number)
    {
        var objectId = $"00000000-0000-4000-8000-{number:D12}";
        return new PersonDocument
        {
            Tenant = Cast.North,
            ObjectId = objectId,
            UserId = $"29:{number}",
            Chat = new ConversationReference(Player.ServiceUrl, $"a:{number}", Player.Bot),
        };
    }

    private void Owe(PersonDocument rep, string id)
    {
        var name = RepId.Parse(rep.ObjectId);
        var meeting = new Meeting(id, 1, $"deal-{id}", name, [], MeetingKind.Video, Start - Duration.FromHours(1), Start, "Call", Note: null, Cancelled: false);
        var reminder = new ReminderDocument { Tenant = rep.Tenant, DealId = meeting.DealId, Meeting = meeting, Delivery = Delivery.Schedule(world.Now) };
        var facts = new DealFacts($"Deal {id}", name, DealStatus.Open, 1, Amount: null, Currency: null, Stage: null, CloseOn: null, Link: null);
        Apply(Deal.New(meeting.DealId, facts, Start).ToDocument(rep.Tenant), reminder.ToDocument());
        reminders.Add((reminder.Partition, reminder.Id));
    }

    private void Apply(params Document[] documents) => Around.Store.Apply(
        documents[0].Partition, [.. documents.Select(document => new DocumentWrite.Create(document))]);
}
