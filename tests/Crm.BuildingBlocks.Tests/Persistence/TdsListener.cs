using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Crm.BuildingBlocks.Tests.Persistence;

/// <summary>
/// Speaks as much of SQL Server's protocol (MS-TDS) as one client needs to sign in and have its calls answered, so that what the driver does
/// before it sends a call is really done.
/// </summary>
internal sealed class TdsListener : IAsyncDisposable
{
    private const byte PreLogin = 0x12;
    private const byte Login = 0x10;
    private const byte RemoteCall = 0x03;
    private const int HeaderLength = 8;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _serving;

    public TdsListener(long rowsAffected)
    {
        _listener.Start();
        _serving = Serve(rowsAffected);
    }

    public string ConnectionString => new SqlConnectionStringBuilder
    {
        DataSource = $"127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port}",
        UserID = "crm",
        Password = "crm",
        Encrypt = SqlConnectionEncryptOption.Optional,
        Pooling = false,
    }.ConnectionString;

    /// <summary>The calls received, as far as they are text.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve(long rowsAffected)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            var stream = client.GetStream();
            while (true)
            {
                var (type, body) = await Receive(stream);
                if (type == RemoteCall) _requests.Enqueue(Encoding.Unicode.GetString(body));
                await Reply(stream, type switch
                {
                    PreLogin => WithoutEncryption(),
                    Login => Welcome(),
                    _ => Done(rowsAffected),
                });
            }
        }
        catch (Exception e) when (e is EndOfStreamException or IOException or OperationCanceledException)
        {
            // The client is done, or the test is.
        }
    }

    private async Task<(byte Type, byte[] Body)> Receive(NetworkStream stream)
    {
        using var body = new MemoryStream();
        var header = new byte[HeaderLength];
        do
        {
            await stream.ReadExactlyAsync(header, _stop.Token);
            var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderLength];
            await stream.ReadExactlyAsync(packet, _stop.Token);
            body.Write(packet);
        }
        while ((header[1] & 1) == 0);
        return (header[0], body.ToArray());
    }

    private async Task Reply(NetworkStream stream, byte[] body)
    {
        byte[] packet = [0x04, 0x01, 0, 0, 0, 0, 1, 0, .. body];
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        await stream.WriteAsync(packet, _stop.Token);
    }

    /// <summary>Each option names its place and length; the values follow: version 16, encryption not supported, no instance, no MARS.</summary>
    private static byte[] WithoutEncryption() =>
    [
        0x00, 0, 21, 0, 6,
        0x01, 0, 27, 0, 1,
        0x02, 0, 28, 0, 1,
        0x04, 0, 29, 0, 1,
        0xFF,
        16, 0, 0, 0, 0, 0, 2, 0, 0,
    ];

    private static byte[] Welcome()
    {
        const string name = "Listener";
        byte[] acknowledged = [1, 0x74, 0, 0, 4, (byte)name.Length, .. Encoding.Unicode.GetBytes(name), 16, 0, 0, 0];
        byte[] collation = [0x07, 5, 0x09, 0x04, 0xD0, 0x00, 0x34, 0];
        return [0xE3, (byte)collation.Length, 0, .. collation, 0xAD, (byte)acknowledged.Length, 0, .. acknowledged, 0xFD, .. new byte[12]];
    }

    private static byte[] Done(long rowsAffected)
    {
        var count = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(count, rowsAffected);
        const byte update = 0xC5;
        return [0xFF, 0x11, 0, update, 0, .. count, 0x79, 0, 0, 0, 0, 0xFE, 0, 0, 0xE0, 0, .. new byte[8]];
    }
}
