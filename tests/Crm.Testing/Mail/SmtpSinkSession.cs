using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Crm.Testing.Mail;

/// <summary>One connection to a <see cref="SmtpSink"/>.</summary>
internal sealed class SmtpSinkSession(SmtpSink sink, TcpClient client, SmtpTrick trick, CancellationToken stop)
{
    private readonly byte[] _buffer = new byte[8192];
    private Stream _stream = client.GetStream();
    private int _next;
    private int _filled;
    private bool _signedIn;
    private string _from = "";
    private string _to = "";

    public async Task Serve()
    {
        client.NoDelay = true;
        if (trick == SmtpTrick.SaysNothing) await SayNothing();
        if (trick == SmtpTrick.IsClosed)
        {
            await Say("554 No service here");
            return;
        }

        await Say("220 mail.test ESMTP");
        while (await ReadCommand() is { } command)
            if (!await Obey(command)) return;
    }

    private async Task<bool> Obey(string command)
    {
        var verb = command.Split(' ', ':')[0].ToUpperInvariant();
        switch (verb)
        {
            case "EHLO":
                await Say(Extensions());
                return true;
            case "STARTTLS" when sink.OffersStartTls:
                await Say("220 Go ahead");
                var encrypted = new SslStream(_stream);
                _stream = encrypted;
                await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = SmtpSink.Certificate }, stop);
                return true;
            case "AUTH":
                await SignIn(command.Split(' '));
                return true;
            case "MAIL" when sink.Account is not null && !_signedIn:
                await Say("530 5.7.0 Sign in first");
                return true;
            case "MAIL":
                _from = Address(command);
                await Say("250 2.1.0 Ok");
                return true;
            case "RCPT":
                _to = Address(command);
                await Say(trick switch
                {
                    SmtpTrick.Greylists => "451 4.7.1 Greylisted, come back later",
                    SmtpTrick.RefusesRecipient => $"550 5.1.1 <{_to}>: nobody of that name ({_to.Split('@')[0]})",
                    _ => "250 2.1.5 Ok",
                });
                return true;
            case "DATA" when trick == SmtpTrick.DropsBeforeMessage:
                return false;
            case "DATA":
                await Say("354 End with a dot");
                return await Take();
            case "QUIT":
                await Say("221 Bye");
                return false;
            default:
                await Say("502 5.5.1 Not known here");
                return true;
        }
    }

    private string Extensions()
    {
        var lines = new List<string> { "mail.test greets you", $"SIZE {sink.MostBytes}", "8BITMIME" };
        if (sink.TakesForeignAddresses) lines.Add("SMTPUTF8");
        if (sink.OffersStartTls && _stream is not SslStream) lines.Add("STARTTLS");
        if (sink.Account is not null) lines.Add($"AUTH {sink.SignInMethods}");
        return string.Join("\r\n", lines.Select((line, index) => $"250{(index == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    private async Task SignIn(string[] words)
    {
        string given;
        if (words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            given = Decode(words[2]);
        }
        else
        {
            await Say("334 VXNlcm5hbWU6");
            var user = Decode(await ReadCommand() ?? "");
            await Say("334 UGFzc3dvcmQ6");
            given = $"\0{user}\0{Decode(await ReadCommand() ?? "")}";
        }

        _signedIn = sink.Account is var (name, password) && given == $"\0{name}\0{password}";
        await Say(_signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong");
    }

    private async Task<bool> Take()
    {
        var message = new MemoryStream();
        while (true)
        {
            var line = await ReadLine();
            if (line is null || trick == SmtpTrick.DropsInMessage) return false;
            if (line is [(byte)'.']) break;
            message.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            message.Write("\r\n"u8);
        }

        var refused = trick is SmtpTrick.DefersMessage or SmtpTrick.RefusesMessage;
        if (!refused) sink.Keep(new ReceivedMail(_from, _to, message.ToArray()));
        if (trick == SmtpTrick.SaysNothingAfterMessage) await SayNothing();
        if (trick == SmtpTrick.DropsAfterMessage) return false;
        await Say(trick switch
        {
            SmtpTrick.DefersMessage => "452 4.3.1 No room",
            SmtpTrick.RefusesMessage => "554 5.6.0 Not wanted",
            SmtpTrick.BabblesAfterMessage => "yes, well",
            _ => "250 2.0.0 Taken",
        });
        return trick != SmtpTrick.DropsAfterAnswer;
    }

    private async Task SayNothing()
    {
        sink.FallSilent();
        await new TaskCompletionSource().Task.WaitAsync(stop);
    }

    private async Task Say(string lines)
    {
        var bytes = Encoding.UTF8.GetBytes($"{lines}\r\n");
        var piece = trick == SmtpTrick.AnswersInCrumbs ? 1 : bytes.Length;
        for (var start = 0; start < bytes.Length; start += piece)
        {
            await _stream.WriteAsync(bytes.AsMemory(start, piece), stop);
            await _stream.FlushAsync(stop);
        }
    }

    private async Task<string?> ReadCommand()
    {
        if (await ReadLine() is not { } line) return null;
        var command = Encoding.UTF8.GetString(line);
        sink.Note(_stream is SslStream ? $"TLS {command}" : command);
        return command;
    }

    private async Task<byte[]?> ReadLine()
    {
        using var line = new MemoryStream();
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', _next, _filled - _next);
            var taken = (end < 0 ? _filled : end) - _next;
            line.Write(_buffer, _next, taken);
            if (end >= 0)
            {
                _next = end + 1;
                var bytes = line.ToArray();
                return bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes;
            }

            _next = 0;
            _filled = await _stream.ReadAsync(_buffer, stop);
            if (_filled == 0) return null;
        }
    }

    private static string Address(string command) => command[(command.IndexOf('<') + 1)..command.IndexOf('>')];

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
