using Crm.BuildingBlocks.Hosting.Mail;
using Crm.Testing;
using Crm.Testing.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Tests.Mail;

/// <summary>Mails and settings the mail tests share.</summary>
internal static class Letters
{
    public const string Secret = "p\u00e4ss w\u00f6rd";

    public static OutgoingMail Plain(string to = "wang.fang@example.com", string text = "Sales rose.") =>
        new("delivery-7", new Mailbox(to, "Wang Fang"), "Sales in March", text);

    public static MailOptions Settings(SmtpSink sink) => new()
    {
        Host = SmtpSink.Host,
        Port = sink.Port,
        From = "Crm <crm@example.com>",
        CertificateSha256 = SmtpSink.CertificateSha256,
    };

    public static SmtpTransport Transport(MailOptions settings, FakeTime? time = null, ILogger<SmtpTransport>? logger = null) =>
        new(Options.Create(settings), time ?? new FakeTime(), logger ?? new LogLines<SmtpTransport>());
}

/// <summary>Keeps what would have been logged.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    private readonly List<string> _lines = [];

    public string All => string.Join('\n', _lines);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add($"{formatter(state, exception)} {exception}");
}
