using System.Text;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Encodings by the names that profiles use.</summary>
internal static class FileEncodings
{
    private static readonly Dictionary<string, Func<Encoding>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = () => Encoding.UTF8,
        ["utf-16"] = () => Encoding.Unicode,
        ["utf-16be"] = () => Encoding.BigEndianUnicode,
        ["gbk"] = () => CodePages("gb2312"),
        ["gb18030"] = () => CodePages("gb18030"),
        ["latin-1"] = () => Encoding.Latin1,
        ["windows-1252"] = () => CodePages("windows-1252"),
    };

    public static string Names => string.Join(", ", Known.Keys);

    public static bool AreKnown(string? name) => name is null || Known.ContainsKey(name);

    /// <summary>Null leaves it to the byte order mark.</summary>
    public static Encoding? Find(string? name) => name is null ? null : Known[name]();

    // gb2312 is how .NET calls code page 936, which is GBK.
    private static Encoding CodePages(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name)!;
}
