using System.Collections.Concurrent;

namespace FollowUpBot.Bot.Demo;

/// <summary>Keeps what the bot logs as a warning or worse: a run in which nothing goes wrong leaves it empty.</summary>
public sealed class ProblemLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> problems = new();

    public IReadOnlyList<string> Problems => [.. problems];

    public ILogger CreateLogger(string categoryName) => new Listener(categoryName, problems);

    public void Dispose()
    {
    }

    private sealed class Listener(string category, ConcurrentQueue<string> problems) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                problems.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}".TrimEnd());
        }
    }
}
