using System.Xml;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>The names that a reader of XML has met, which it keeps to its end. A workbook has some dozens; one that makes up a new one for each element would fill the memory with them.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int Most = 10_000;

    private int _count;

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string name) => ++_count <= Most ? name : throw new WorkbookTooLarge();
}
