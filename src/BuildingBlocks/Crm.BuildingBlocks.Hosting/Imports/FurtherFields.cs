namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>
/// A target with fields that are known only when it is asked, such as those that an administrator has defined. The last parameter of its row
/// record is a <see cref="FurtherValues"/>.
/// </summary>
public interface IHasFurtherFields
{
    /// <summary>Those that a file may fill now.</summary>
    Task<IReadOnlyList<FurtherField>> FurtherFields(CancellationToken ct);
}

/// <param name="Name">For profiles.</param>
/// <param name="Type">That its texts are read as.</param>
/// <param name="Text">In words.</param>
public sealed record FurtherField(string Name, Type Type, Phrase Text)
{
    /// <summary>Most characters of a text.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>It may say something of a person, so that no column that fills it is proposed as a key.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Of a text that is one of these, or several of them.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>What other programs call a column that holds it, separated by bars.</summary>
    public string? Synonyms { get; init; }
}

/// <summary>What a row says in further fields.</summary>
/// <param name="Said">By name; what is empty is not in it.</param>
public sealed record FurtherValues(IReadOnlyDictionary<string, object> Said);
