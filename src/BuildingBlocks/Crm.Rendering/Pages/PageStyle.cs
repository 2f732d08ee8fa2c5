namespace Crm.Rendering.Pages;

/// <summary>How a report looks on screen and on paper.</summary>
internal static class PageStyle
{
    /// <summary>A table with more columns than this is printed on paper turned sideways.</summary>
    private const int MostColumnsUpright = 8;

    private const string Rules = """
        * { box-sizing: border-box; }
        html { font-size: 14px; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        body { margin: 0; background: #eef1f5; color: #25303b; font-family: FONTS; line-height: 1.5; }
        main { width: WIDTH; max-width: 100%; margin: 24px auto; padding: 36px 40px; background: #fff; box-shadow: 0 1px 4px rgba(20, 40, 60, .18); }
        header { border-bottom: 3px solid #1f4e79; padding-bottom: 12px; margin-bottom: 24px; }
        h1 { font-size: 25px; font-weight: 600; line-height: 1.25; margin: 0; color: #14324f; overflow-wrap: anywhere; }
        h2 { font-size: 16px; font-weight: 600; margin: 0 0 8px; color: #14324f; break-after: avoid; overflow-wrap: anywhere; }
        p { margin: 0; }
        .issuer { font-size: 12px; letter-spacing: .04em; color: #5f6b7a; margin-bottom: 4px; }
        .subtitle { color: #4a5663; margin-top: 4px; }
        section, figure { margin: 0 0 28px; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; }
        .figure { border: 1px solid #d9e0e8; border-top: 3px solid #1f4e79; border-radius: 3px; padding: 10px 14px 12px; break-inside: avoid; }
        .figure .name { font-size: 12px; color: #5f6b7a; }
        .figure .value { font-size: 23px; font-weight: 600; line-height: 1.35; color: #14324f; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        .change { font-size: 12px; font-variant-numeric: tabular-nums; }
        .change .against { color: #5f6b7a; margin-left: 4px; }
        .good { color: #1b7a45; } .bad { color: #b3372f; } .same { color: #5f6b7a; }
        .chart { break-inside: avoid; }
        .chart figcaption p { font-size: 12px; color: #5f6b7a; margin: -4px 0 8px; }
        .chart svg { display: block; width: 100%; max-width: 860px; height: auto; }
        table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.4; }
        th { background: #e8edf3; color: #14324f; font-weight: 600; text-align: left; vertical-align: bottom; border-bottom: 2px solid #8ea1b5; }
        th, td { padding: 6px 9px; overflow-wrap: anywhere; }
        td { border-bottom: 1px solid #e3e8ee; vertical-align: top; }
        tbody tr:nth-child(even) td { background: #f8fafc; }
        .number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        td.number { white-space: nowrap; }
        .none { color: #5f6b7a; text-align: center; }
        tfoot { display: table-row-group; }
        tfoot td { font-weight: 600; background: #fff; border-top: 2px solid #44546a; border-bottom: 2px solid #44546a; }
        tr { break-inside: avoid; }
        .text p { max-width: 75ch; margin-bottom: 8px; overflow-wrap: anywhere; }
        footer { border-top: 1px solid #c9d2dc; padding-top: 10px; font-size: 11.5px; color: #5f6b7a; }
        footer ol { margin: 0 0 6px; padding-left: 18px; }
        @page { size: A4 ORIENTATION; margin: 15mm 14mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9px FONTS; color: #5f6b7a; } }
        @media print { body { background: #fff; } main { width: auto; margin: 0; padding: 0; box-shadow: none; } html { font-size: 12px; } table { font-size: 11px; } }
        """;

    public static string For(ReportDocument document)
    {
        var isWide = document.Tables.Any(t => t.Columns.Count > MostColumnsUpright);
        return Rules
            .Replace("FONTS", FontStack.Css, StringComparison.Ordinal)
            .Replace("WIDTH", isWide ? "1240px" : "880px", StringComparison.Ordinal)
            .Replace("ORIENTATION", isWide ? "landscape" : "portrait", StringComparison.Ordinal);
    }
}
