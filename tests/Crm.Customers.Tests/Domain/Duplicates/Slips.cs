namespace Crm.Customers.Tests.Domain.Duplicates;

/// <summary>What happens at a keyboard.</summary>
internal sealed class Slips(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A character left out, added, wrong or exchanged with the next, or a space in the wrong place.</summary>
    public string In(string? text)
    {
        if (text is null || text.Length < 2) return text ?? "";
        var at = _random.Next(text.Length - 1);
        var any = char.IsAsciiDigit(text[at]) ? (char)('0' + _random.Next(10)) : text[at] > '\u2fff' ? text[^1] : (char)('a' + _random.Next(26));
        return _random.Next(5) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, $"{any}"),
            2 => text.Remove(at, 1).Insert(at, $"{any}"),
            3 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => text.Insert(at, " "),
        };
    }

    /// <param name="date">yyyyMMdd.</param>
    public string? InDate(string? date) => date is null ? null : _random.Next(2) == 0 ? $"{date[..4]}{date[6..]}{date[4..6]}" : In(date);
}
