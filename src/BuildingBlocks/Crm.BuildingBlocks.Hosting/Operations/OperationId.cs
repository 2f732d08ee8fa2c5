using System.Diagnostics.CodeAnalysis;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>
/// How an operation is called at the edge: <c>customers~0192...</c>. Operations live in the schema of their module, because they are
/// started in the transaction of the command that asked for them; the id says which.
/// </summary>
public readonly record struct OperationId(string Module, Guid Value)
{
    public string Link => $"/api/v1/operations/{this}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out OperationId? id)
    {
        id = null;
        if (text?.IndexOf('~') is not (> 0 and var split) || !Guid.TryParseExact(text.AsSpan(split + 1), "D", out var value)) return false;
        id = new OperationId(text[..split], value);
        return true;
    }

    public override string ToString() => $"{Module}~{Value:D}";
}
