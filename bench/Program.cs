using BenchmarkDotNet.Running;
using FollowUpBot.Bench;

if (args is ["percentiles", var phrases, ..])
{
    Percentiles.Print(phrases, Console.Out);
    return;
}

if (args is ["store", .. var options])
{
    await StoreFigures.RunAsync(options, Console.Out);
    return;
}

if (args is ["token-check"])
{
    await TokenCheckBenchmark.PrintProcessorTimeAsync(Console.Out);
    return;
}

if (args is ["stalls", ..])
{
    StallBench.Print(Console.Out);
    return;
}

if (args is ["channel", .. var pages])
{
    ChannelBenchmark.Print(Console.Out, pages is ["--write", var page] ? page : null);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(NextStepBenchmark).Assembly).Run(args);
