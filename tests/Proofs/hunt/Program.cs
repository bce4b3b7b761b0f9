using System.Globalization;
using FollowUpBot.Tests.Proofs.Simulation;

// hunt FROM TO: runs these seeds until one breaks an invariant, and exits 1 when there is one.
// hunt SEED: tells the story of one seed.
var from = int.Parse(args[0], CultureInfo.InvariantCulture);
var report = Report.Of(from, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : from);
Console.WriteLine(report);
if (args.Length == 1)
    Console.WriteLine(string.Join('\n', Simulation.Run(from).Trace));
return report.Broken.Count == 0 ? 0 : 1;
