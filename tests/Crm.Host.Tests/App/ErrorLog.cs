using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Crm.Host.Tests.App;

/// <summary>Keeps what the host logged as an error, so that a failed test can say why.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private const int MostKept = 50;

    private readonly ConcurrentQueue<string> _errors = new();

    public IReadOnlyCollection<string> Errors => _errors;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && _errors.Count < MostKept) _errors.Enqueue($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose()
    {
    }
}
