using System.Globalization;
using System.Text;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>The conversation that hands one message to a mail server (RFC 5321).</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    /// <summary>Servers examine a message before they answer for it, and giving up early leaves its fate unknown.</summary>
    private const int PatienceAfterTheEnd = 5;

    private readonly SmtpConnection _connection;
    private readonly MailOptions _options;
    private Dictionary<string, string> _extensions = new(StringComparer.OrdinalIgnoreCase);
    private bool _serverWaits;

    private SmtpSession(SmtpConnection connection, MailOptions options)
    {
        _connection = connection;
        _options = options;
    }

    /// <summary>Connects, encrypts and signs in as the options say.</summary>
    public static async Task<SmtpSession> Begin(MailOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var connection = await SmtpConnection.Open(options.Host!, options.Port, time, options.Timeout, cancellation);
        var session = new SmtpSession(connection, options);
        try
        {
            await session.Begin(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Names sender and recipient and transfers the message, all but its end.</summary>
    public async Task Offer(Mailbox from, Mailbox to, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var parameters = new StringBuilder();
        if (_extensions.TryGetValue("SIZE", out var limit))
        {
            if (long.TryParse(limit, CultureInfo.InvariantCulture, out var most) && most > 0 && message.Length > most)
                throw SmtpFailure.TooLarge(message.Length, most);
            parameters.Append(CultureInfo.InvariantCulture, $" SIZE={message.Length}");
        }

        if (!Ascii.IsValid(from.Address) || !Ascii.IsValid(to.Address))
        {
            if (!_extensions.ContainsKey("SMTPUTF8")) throw new SmtpFailure(SmtpFailure.NoForeignAddresses, worthRetrying: false);
            parameters.Append(" BODY=8BITMIME SMTPUTF8");
        }

        Demand(await Ask($"MAIL FROM:<{from.Address}>{parameters}", cancellation), to);
        Demand(await Ask($"RCPT TO:<{to.Address}>", cancellation), to);
        var go = await Ask("DATA", cancellation);
        if (!go.AsksForMore) throw Refusal(go, to);
        _serverWaits = false;
        await _connection.WriteMessage(message, cancellation);
    }

    /// <summary>Ends the message, which makes it the server's, and returns what the server says to it.</summary>
    public async Task<SmtpReply> End()
    {
        _connection.Timeout = _options.Timeout * PatienceAfterTheEnd;
        await _connection.Write(".\r\n"u8.ToArray(), CancellationToken.None);
        var reply = await _connection.ReadReply(CancellationToken.None);
        _serverWaits = true;
        return reply;
    }

    /// <summary>Says good-bye where the server expects a command, without waiting for an answer that changes nothing any more.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_serverWaits) await _connection.Write("QUIT\r\n"u8.ToArray(), CancellationToken.None);
            await _connection.DisposeAsync();
        }
        catch (Exception e) when (SmtpFailure.From(e) is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task Begin(CancellationToken cancellation)
    {
        if (_options.StartTls == StartTls.Immediate) await Encrypt(cancellation);
        var greeting = await _connection.ReadReply(cancellation);
        _serverWaits = true;
        if (!greeting.IsPositive) throw new SmtpFailure(SmtpFailure.Refused(greeting.Shown()));
        await Introduce(cancellation);

        if (!_connection.IsEncrypted && _options.StartTls != StartTls.Never && _extensions.ContainsKey("STARTTLS"))
        {
            var ready = await Ask("STARTTLS", cancellation);
            if (ready.IsPositive)
            {
                await Encrypt(cancellation);
                await Introduce(cancellation);
            }
        }

        if (!_connection.IsEncrypted && _options.StartTls == StartTls.Required) throw new SmtpFailure(SmtpFailure.NotEncrypted);
        if (!string.IsNullOrEmpty(_options.User)) await SignIn(_options.User, _options.Password ?? "", cancellation);
    }

    private async Task Encrypt(CancellationToken cancellation)
    {
        _serverWaits = false;
        await _connection.Encrypt(_options.Host!, _options.CertificateSha256, cancellation);
        _serverWaits = true;
    }

    private async Task Introduce(CancellationToken cancellation)
    {
        var hello = await Ask($"EHLO {_connection.OwnAddress}", cancellation);
        if (hello.IsForGood)
        {
            hello = await Ask($"HELO {_connection.OwnAddress}", cancellation) is { IsPositive: true } old
                ? old with { Lines = [] }
                : throw new SmtpFailure(SmtpFailure.Refused(hello.Shown()));
        }

        if (!hello.IsPositive) throw new SmtpFailure(SmtpFailure.Refused(hello.Shown()));
        _extensions = hello.Lines.Skip(1)
            .Select(line => line.Split([' ', '='], 2))
            .GroupBy(words => words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => string.Join(' ', g.SelectMany(words => words.Skip(1))), StringComparer.OrdinalIgnoreCase);
    }

    private async Task SignIn(string user, string password, CancellationToken cancellation)
    {
        if (!_connection.IsEncrypted && _options.StartTls != StartTls.Never) throw new SmtpFailure(SmtpFailure.ClearPassword);

        var ways = _extensions.GetValueOrDefault("AUTH", "").Split(' ');
        SmtpReply reply;
        if (ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            reply = await Ask($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellation);
        }
        else if (ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            reply = await Ask("AUTH LOGIN", cancellation);
            if (reply.AsksForMore) reply = await Ask(Base64(user), cancellation);
            if (reply.AsksForMore) reply = await Ask(Base64(password), cancellation);
        }
        else
        {
            throw new SmtpFailure(SmtpFailure.NoSignIn);
        }

        if (!reply.IsPositive) throw SmtpFailure.SignInRefused(reply.Code);
    }

    private async Task<SmtpReply> Ask(string command, CancellationToken cancellation)
    {
        _serverWaits = false;
        var reply = await _connection.Ask(command, cancellation);
        _serverWaits = true;
        return reply;
    }

    private static void Demand(SmtpReply reply, Mailbox to)
    {
        if (!reply.IsPositive) throw Refusal(reply, to);
    }

    private static SmtpFailure Refusal(SmtpReply reply, Mailbox to) =>
        new(SmtpFailure.Refused(reply.Shown(to.Address, to.LocalPart)), worthRetrying: !reply.IsForGood);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
