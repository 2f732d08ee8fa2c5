namespace Crm.BuildingBlocks;

/// <summary>A <c>readonly record struct XId(Guid Value)</c>: typed inside a module, a plain <see cref="Guid"/> at every edge.</summary>
public interface ITypedId
{
    Guid Value { get; }
}
