using Crm.BuildingBlocks;

namespace Crm.Wrong.Domain;

internal abstract class HalfOpen : AggregateRoot
{
    public string Closed { get; private set; } = "";

    public string Settable { get; set; } = "";
}

internal sealed class OpenToEverybody : HalfOpen
{
    public int Field = 1;

    public override Guid Key => Guid.Empty;

    public string Initialised { get; init; } = "";
}
