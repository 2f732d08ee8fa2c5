using System.Xml;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>The texts of a workbook that its cells name by number: each different one once. They must be at hand in any order, so their size is bounded.</summary>
internal sealed class SharedTexts
{
    public static readonly SharedTexts None = new();

    /// <summary>Of an object and its place in the list.</summary>
    private const int BytesOfEach = 40;

    private readonly List<string> _texts = [];

    private SharedTexts()
    {
    }

    public string? this[int index] => index >= 0 && index < _texts.Count ? _texts[index] : null;

    /// <exception cref="WorkbookTooLarge">They take more memory than allowed.</exception>
    public static async Task<SharedTexts> Read(XmlReader xml, long mostBytes)
    {
        var shared = new SharedTexts();
        while (await xml.Next())
        {
            if (!xml.IsAt("si")) continue;
            var text = await xml.Text(mostBytes / sizeof(char));
            mostBytes -= ((long)sizeof(char) * text.Length) + BytesOfEach;
            if (mostBytes < 0) throw new WorkbookTooLarge();
            shared._texts.Add(text);
        }

        return shared;
    }
}
