namespace Crm.Rendering.Mail;

/// <summary>Styles repeated on every element, because several clients drop style sheets.</summary>
internal static class MailStyle
{
    /// <summary>Without quotes, as it stands inside style attributes.</summary>
    public const string Fonts = "font-family:Segoe UI,Helvetica,Arial,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif;";

    public const string Heading = Fonts + "font-size:16px;line-height:22px;font-weight:bold;color:#14324f;padding:24px 0 8px 0;";
    public const string Body = Fonts + "font-size:14px;line-height:21px;color:#25303b;";
    public const string Small = Fonts + "font-size:12px;line-height:18px;color:#5f6b7a;";
    public const string FigureValue = Fonts + "font-size:22px;line-height:30px;font-weight:bold;color:#14324f;";
    public const string Header = Fonts + "font-size:13px;line-height:18px;font-weight:bold;color:#14324f;background-color:#e8edf3;border-bottom:2px solid #8ea1b5;padding:6px 8px;";
    public const string Cell = Fonts + "font-size:13px;line-height:18px;color:#25303b;border-bottom:1px solid #e3e8ee;padding:6px 8px;";
    public const string Total = Fonts + "font-size:13px;line-height:18px;font-weight:bold;color:#25303b;border-top:2px solid #44546a;border-bottom:2px solid #44546a;padding:6px 8px;";
    public const string BarLabel = Fonts + "font-size:12px;line-height:16px;color:#25303b;padding:2px 8px 2px 0;";

    public static string Align(ReportColumn column) => column.Format.IsNumeric ? "right" : "left";

    /// <summary>Numbers and dates are never broken over two lines.</summary>
    public static string Wrap(ReportColumn column) => column.Format.Kind == ValueKind.Text ? "word-break:break-word;" : "white-space:nowrap;";

    public static string ChangeColor(KeyFigure figure) => Words.Welcome(figure) switch { > 0 => "#1b7a45", < 0 => "#b3372f", _ => "#5f6b7a" };
}
