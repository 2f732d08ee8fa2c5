using Crm.BuildingBlocks;

namespace Crm.Wrong.Contracts;

/// <summary>Nothing is wrong with this one: every shape a contract may have.</summary>
[EventName("wrong.good.v1")]
public sealed record GoodV1([PersonKey] Guid Id) : IIntegrationEvent
{
    public string? Text { get; init; }

    public DateOnly? Day { get; init; }

    public IReadOnlyList<decimal> Amounts { get; init; } = [];

    public IReadOnlyList<GoodPartV1> Parts { get; init; } = [];

    public Inner? Only { get; init; }

    public sealed record Inner(DateTimeOffset At, bool Yes);
}

public sealed record GoodPartV1(int Number);
