namespace Crm.BuildingBlocks.Hosting.Mail;

public static class MailRules
{
    public static readonly Rule AddressMalformed = new(
        "mail.address-malformed", "This is not a mail address. Write name@example.com.", "这不是邮件地址，请写成 name@example.com。");

    public static readonly Rule LineBreak = new(
        "mail.line-break",
        "A subject, name or file name of a mail is one line without control characters.",
        "邮件的主题、姓名和文件名必须是一行，不能有控制字符。");

    /// <summary>A line break in a header would let its writer add headers and recipients of their own.</summary>
    internal static string OneLine(string text) => text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029') ? throw LineBreak.Broken() : text;
}
