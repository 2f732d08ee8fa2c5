using Crm.BuildingBlocks;

namespace Crm.Wrong.Contracts;

[EventName("wrong.open-record.v1")]
public record OpenRecordV1(Guid Id) : IIntegrationEvent;

[EventName("wrong.no-record.v1")]
public sealed class NoRecordV1 : IIntegrationEvent
{
    public Guid Id { get; set; }

    public int Field;
}

[EventName("wrong.rich.v1")]
public sealed record RichV1(Money Total, WrongKind Kind, List<string> Changeable, int[] Numbers, IReadOnlyDictionary<string, string> Extras) : IIntegrationEvent
{
    public sealed class Inner;
}

public enum WrongKind
{
    Odd,
}

public sealed record OrphanV1(int Number);
