using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>Lines, replies and a message over a socket. Every single wait is bounded.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;

    /// <summary>So that the limit in time is for a piece of the message and not for all of it.</summary>
    private const int LongestWrite = 64 * 1024;

    private readonly TcpClient _socket = new() { NoDelay = true };
    private readonly TimeProvider _time;
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = Stream.Null;
    private int _next;
    private int _filled;

    private SmtpConnection(TimeProvider time, TimeSpan timeout)
    {
        _time = time;
        Timeout = timeout;
    }

    /// <summary>For each single wait.</summary>
    public TimeSpan Timeout { get; set; }

    public bool IsEncrypted => _stream is SslStream;

    /// <summary>How this side introduces itself: by its address, since its name is nobody's business.</summary>
    public string OwnAddress
    {
        get
        {
            var address = ((IPEndPoint)_socket.Client.LocalEndPoint!).Address;
            if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
            return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
        }
    }

    public static async Task<SmtpConnection> Open(string host, int port, TimeProvider time, TimeSpan timeout, CancellationToken cancellation)
    {
        var connection = new SmtpConnection(time, timeout);
        try
        {
            await connection.Bounded(token => connection._socket.ConnectAsync(host, port, token), cancellation);
            connection._stream = connection._socket.GetStream();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task Encrypt(string host, string? certificateSha256, CancellationToken cancellation)
    {
        // What came before the handshake was not protected: somebody in between may have put it there.
        if (_next < _filled) throw new SmtpFailure(SmtpFailure.Nonsense);

        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        var settings = new SslClientAuthenticationOptions { TargetHost = host };
        if (certificateSha256 is not null)
            settings.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is not null && certificateSha256.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), StringComparison.OrdinalIgnoreCase);
        await Bounded(token => new ValueTask(encrypted.AuthenticateAsClientAsync(settings, token)), cancellation);
    }

    public async Task<SmtpReply> Ask(string command, CancellationToken cancellation)
    {
        await Write(Encoding.UTF8.GetBytes($"{command}\r\n"), cancellation);
        return await ReadReply(cancellation);
    }

    public Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => Bounded(token => _stream.WriteAsync(bytes, token), cancellation);

    /// <summary>Writes a message without the dot that ends it; a dot that begins one of its lines is doubled, or it would end there.</summary>
    public async Task WriteMessage(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        while (message.Length > 0)
        {
            var length = UpToDoubledDot(message.Span, out var dot);
            await Write(message[..length], cancellation);
            if (dot) await Write("."u8.ToArray(), cancellation);
            message = message[length..];
        }
    }

    public async Task<SmtpReply> ReadReply(CancellationToken cancellation)
    {
        var lines = new List<string>();
        var left = LongestReply;
        while (true)
        {
            var line = await ReadLine(left, cancellation);
            left -= line.Length + 1;
            if (line.Length < 3 || line.AsSpan(0, 3).ContainsAnyExceptInRange('0', '9') || (line.Length > 3 && line[3] is not (' ' or '-')))
                throw new SmtpFailure(SmtpFailure.Nonsense);
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ') return new SmtpReply((line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0'), lines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    private static int UpToDoubledDot(ReadOnlySpan<byte> message, out bool found)
    {
        var piece = message[..Math.Min(message.Length, LongestWrite)];
        var dot = piece.IndexOf("\n."u8);
        found = dot >= 0;
        if (found) return dot + 2;

        // A line break at the cut goes with what follows, where its dot will be seen.
        return piece.Length > 1 && piece.Length < message.Length && piece[^1] == '\n' ? piece.Length - 1 : piece.Length;
    }

    private async Task<string> ReadLine(int longest, CancellationToken cancellation)
    {
        var line = new List<byte>();
        while (true)
        {
            while (_next < _filled)
            {
                var b = _buffer[_next++];
                if (b == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(b);
            }

            if (line.Count > longest) throw new SmtpFailure(SmtpFailure.Nonsense);
            await Bounded(async token => _filled = await _stream.ReadAsync(_buffer, token), cancellation);
            _next = 0;
            if (_filled == 0) throw new SmtpFailure(SmtpFailure.Gone);
        }
    }

    private async Task Bounded(Func<CancellationToken, ValueTask> step, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await step(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new SmtpFailure(SmtpFailure.TooSlow);
        }
    }
}
