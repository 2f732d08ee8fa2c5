using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Crm.Testing.Mail;

/// <summary>A mail server on a real socket that keeps what it gets and can be told to misbehave, one trick per connection.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SmtpTrick> _tricks = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;

    public SmtpSink()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = Accept();
    }

    public static string Host => "127.0.0.1";

    public int Port { get; }

    /// <summary>Fingerprint of the self-signed certificate that STARTTLS shows.</summary>
    public static string CertificateSha256 => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public bool OffersStartTls { get; init; } = true;

    /// <summary>When given, mail is taken only after signing in with it.</summary>
    public (string User, string Password)? Account { get; init; }

    public string SignInMethods { get; init; } = "PLAIN LOGIN";

    /// <summary>Bytes announced as the largest message.</summary>
    public long MostBytes { get; init; } = 50_000_000;

    public bool TakesForeignAddresses { get; init; } = true;

    /// <summary>The mails it answered for, and those it took without an answer.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>Every line the client sent outside of messages, with <c>TLS </c> in front where it was encrypted.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>Ends when a trick has reached the point where it says nothing any more.</summary>
    public Task Silent => _silent.Task;

    internal static X509Certificate2 Certificate { get; } = SelfSigned();

    /// <summary>What the next connections meet, in this order; those after them are served well.</summary>
    public void Next(params ReadOnlySpan<SmtpTrick> tricks)
    {
        foreach (var trick in tricks) _tricks.Enqueue(trick);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_sessions);
        _stop.Dispose();
    }

    internal void Keep(ReceivedMail mail) => _mails.Enqueue(mail);

    internal void Note(string command) => _commands.Enqueue(command);

    internal void FallSilent() => _silent.TrySetResult();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _sessions.Add(Serve(client, _tricks.TryDequeue(out var trick) ? trick : SmtpTrick.None));
            }
        }
        catch (OperationCanceledException)
        {
            // The sink is being disposed.
        }
    }

    private async Task Serve(TcpClient client, SmtpTrick trick)
    {
        await Task.Yield();
        using (client)
        {
            try
            {
                await new SmtpSinkSession(this, client, trick, _stop.Token).Serve();
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The other side went away, or the sink is being disposed.
            }
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mail.test", key, HashAlgorithmName.SHA256);
        var validFrom = TimeProvider.System.GetUtcNow().AddDays(-1);
        using var made = request.CreateSelfSigned(validFrom, validFrom.AddYears(1));
        // Windows signs only with a key that came from a store or a file.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}

/// <summary>How a <see cref="SmtpSink"/> treats a connection.</summary>
public enum SmtpTrick
{
    None,

    /// <summary>Every answer comes in pieces of one byte.</summary>
    AnswersInCrumbs,

    /// <summary>Accepts the connection and says nothing.</summary>
    SaysNothing,

    /// <summary>Turns the client away at the door: 554.</summary>
    IsClosed,

    /// <summary>Not now: 451 to the recipient.</summary>
    Greylists,

    /// <summary>Never: 550 to the recipient, whose address it repeats.</summary>
    RefusesRecipient,

    /// <summary>Goes away when the message is announced.</summary>
    DropsBeforeMessage,

    /// <summary>Goes away in the middle of the message.</summary>
    DropsInMessage,

    /// <summary>Not now: 452 to the whole message.</summary>
    DefersMessage,

    /// <summary>Never: 554 to the whole message.</summary>
    RefusesMessage,

    /// <summary>Takes the message and goes away without an answer.</summary>
    DropsAfterMessage,

    /// <summary>Takes the message and says nothing.</summary>
    SaysNothingAfterMessage,

    /// <summary>Takes the message, answers for it and goes away.</summary>
    DropsAfterAnswer,

    /// <summary>Takes the message and answers with something that is not SMTP.</summary>
    BabblesAfterMessage,
}
