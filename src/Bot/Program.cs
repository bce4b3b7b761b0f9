using FollowUpBot.Bot.CommandLine;
using NodaTime;

if (args is ["when", .. var asked])
{
    return WhenCommand.Run(asked, Console.In, Console.Out, Console.Error, SystemClock.Instance.GetCurrentInstant());
}

var app = WebApplication.CreateSlimBuilder(args).Build();
app.Run();
return 0;
