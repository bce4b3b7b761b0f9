using FollowUpBot.Bot.Host;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddFollowUpBot();
var app = builder.Build();
app.MapFollowUpBot();
await app.RunAsync();
