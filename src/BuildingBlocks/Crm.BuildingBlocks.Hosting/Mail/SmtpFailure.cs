using System.Net.Sockets;
using System.Security.Authentication;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>The conversation with the mail server cannot go on.</summary>
internal sealed class SmtpFailure(Phrase reason, bool worthRetrying = true) : Exception(reason.English)
{
    public static readonly Phrase TooSlow = new("The mail server did not answer in time.", "邮件服务器未在规定时间内应答。");
    public static readonly Phrase Gone = new("The connection to the mail server was lost.", "与邮件服务器的连接已断开。");
    public static readonly Phrase Unreachable = new("The mail server cannot be reached.", "无法连接邮件服务器。");
    public static readonly Phrase Nonsense = new("The mail server answered something that is not SMTP.", "邮件服务器的应答不符合 SMTP。");
    public static readonly Phrase NotEncrypted = new("The mail server offers no encryption, which the settings require.", "邮件服务器不提供设置所要求的加密。");
    public static readonly Phrase Untrusted = new("No trusted encryption could be agreed with the mail server.", "无法与邮件服务器建立可信的加密连接。");
    public static readonly Phrase NoSignIn = new("The mail server offers no way to sign in that is supported here.", "邮件服务器不提供受支持的登录方式。");
    public static readonly Phrase ClearPassword = new("The password is not sent over an unencrypted connection.", "不会通过未加密的连接发送密码。");
    public static readonly Phrase NoForeignAddresses = new(
        "The mail server takes no addresses with other than ASCII characters.", "邮件服务器不接受含非 ASCII 字符的地址。");

    public static readonly Phrase Stopped = new("Sending was stopped before the mail was handed over.", "在移交邮件之前发送已停止。");

    public Phrase Reason { get; } = reason;

    public bool WorthRetrying { get; } = worthRetrying;

    public static SmtpFailure SignInRefused(int code) => new(new Phrase($"The mail server refused the sign-in: {code}.", $"邮件服务器拒绝登录：{code}。"));

    public static SmtpFailure TooLarge(int size, long limit) => new(
        new Phrase($"The mail has {size} bytes; the mail server takes {limit}.", $"邮件大小为 {size} 字节，邮件服务器最多接受 {limit} 字节。"),
        worthRetrying: false);

    public static Phrase Refused(string reply) => new($"The mail server refused: {reply}", $"邮件服务器拒绝：{reply}");

    /// <summary>What the network throws, in our words; null for anything else, which is a defect.</summary>
    public static SmtpFailure? From(Exception exception) => exception switch
    {
        SmtpFailure failure => failure,
        AuthenticationException => new SmtpFailure(Untrusted),
        SocketException => new SmtpFailure(Unreachable),
        IOException => new SmtpFailure(Gone),
        _ => null,
    };
}
