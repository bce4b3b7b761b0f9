using FollowUpBot.Bot.CommandLine;
using FollowUpBot.Bot.Host;
using NodaTime;

return args switch
{
    ["demo", .. var rest] => await DemoCommand.RunAsync(rest, Console.Out, Console.Error),
    ["log", .. var rest] => await LogCommand.RunAsync(rest, Console.Out, Console.Error, SystemClock.Instance, CancellationToken.None),
    ["sample", .. var rest] => await SampleCommand.RunAsync(rest, Console.Out, Console.Error, SystemClock.Instance),
    ["backup", .. var rest] => await BackupCommand.RunAsync(rest, Console.Out, Console.Error, CancellationToken.None),
    ["when", .. var rest] => WhenCommand.Run(rest, Console.In, Console.Out, Console.Error, SystemClock.Instance.GetCurrentInstant()),
    ["preview", .. var rest] => await PreviewCommand.RunAsync(rest, Console.Out, Console.Error, SystemClock.Instance),
    ["doctor", .. var rest] => await DoctorCommand.RunAsync(rest, Console.Out, CancellationToken.None),
    ["grade", .. var rest] => GradeCommand.Run(rest, Console.In, Console.Out, Console.Error),
    ["package", .. var rest] => PackageCommand.Run(rest, Console.Out, Console.Error),
    [var unknown, ..] when !unknown.StartsWith('-') => Usage.Unknown(unknown, Console.Error),
    _ => await FollowUpBotHost.RunAsync(args),
};
