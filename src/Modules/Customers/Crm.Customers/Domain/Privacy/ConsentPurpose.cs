using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Privacy;

internal readonly record struct ConsentPurposeId(Guid Value) : ITypedId;

/// <summary>What somebody can agree to. Nothing is asked for by one that is retired; what was said stays.</summary>
internal sealed class ConsentPurpose : AggregateRoot
{
    public const int LongestCode = 40;

    private ConsentPurpose()
    {
    }

    public ConsentPurpose(string code) => (Id, Code) = (new ConsentPurposeId(Guid.CreateVersion7()), code);

    public ConsentPurposeId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Public; never changes.</summary>
    public string Code { get; private set; } = "";

    public string English { get; private set; } = "";

    public string Chinese { get; private set; } = "";

    public bool IsRetired { get; private set; }

    public void Change(string english, string chinese, bool isRetired)
    {
        (English, Chinese, IsRetired) = (english, chinese, isRetired);
        Raise(new ConsentPurposeWasChanged());
    }
}

internal sealed record ConsentPurposeWasChanged : DomainEvent;
