namespace Crm.Rendering;

/// <summary>Fonts that a reader's system is likely to have, ideographs included.</summary>
internal static class FontStack
{
    public const string Css =
        "'Segoe UI', 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif";
}
