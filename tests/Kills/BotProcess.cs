using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using FollowUpBot.Bot.Host;
using FollowUpBot.Tests.Hygiene;

namespace FollowUpBot.Tests.Kills;

/// <summary>The bot as a process of its own, which can be killed at any moment (SIGKILL: nothing of it runs any more).</summary>
internal sealed partial class BotProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <summary>The bot as it is deployed (published, compiled ahead of time) starts in half the time; without it, the one built beside the tests.</summary>
    private static readonly string Assembly = Environment.GetEnvironmentVariable("KILL_BOT") is { Length: > 0 } published
        ? Path.GetFullPath(published, Repository.Root)
        : typeof(FollowUpBotHost).Assembly.Location;

    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    private BotProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What it has written so far.</summary>
    public string Log => string.Join('\n', lines);

    public static async Task<BotProcess> StartAsync(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(Assembly);
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.ArgumentList.Add($"--contentRoot={folder}");
        foreach (var (key, value) in settings)
            start.ArgumentList.Add($"--{key}={value}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The bot's process did not start.");
        var bot = new BotProcess(process);
        bot.Address = await bot.AddressAsync().WaitAsync(StartLimit);
        return bot;
    }

    /// <summary>Kills it and returns when it is gone.</summary>
    public void Kill()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to stop, as a deployment does, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var asking = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(StartLimit);
        return process.ExitCode;
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private Task<Uri> AddressAsync()
    {
        var told = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            lines.Enqueue(line.Data ?? "");
            if (Url().Match(line.Data ?? "") is { Success: true } match)
                told.TrySetResult(new Uri(match.Value));
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                lines.Enqueue(text);
            else
                told.TrySetException(new InvalidOperationException($"The bot did not start: {Log}"));
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return told.Task;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Url();
}
