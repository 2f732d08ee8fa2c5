using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace Crm.BuildingBlocks;

/// <summary>The languages that everything a person reads exists in.</summary>
public enum Language
{
    English,
    Chinese,
}

/// <summary>A text that people read, in both languages, side by side where it is used. Placeholders are those of <see cref="string.Format(string, object?[])"/>;
/// a text that is given no values stands as it is written, braces and all.</summary>
public sealed record Phrase(string English, string Chinese)
{
    public string In(Language language, params object?[] values)
    {
        var text = language == Language.Chinese ? Chinese : English;
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}

/// <summary>How an enum member is called in front of people; in JSON it keeps its camel-case name.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string english, string chinese) : Attribute
{
    public Phrase Phrase { get; } = new(english, chinese);
}

public static class Labels
{
    private static readonly ConcurrentDictionary<Enum, Phrase> Known = new();

    /// <summary>What the member is called; its name where it has no label.</summary>
    public static Phrase Of(Enum member) => Known.GetOrAdd(member, Read);

    private static Phrase Read(Enum member)
    {
        var name = member.ToString();
        return member.GetType().GetField(name)?.GetCustomAttribute<LabelAttribute>()?.Phrase ?? new Phrase(name, name);
    }
}
