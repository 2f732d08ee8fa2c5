namespace Crm.BuildingBlocks;

/// <summary>A public fact of one module for the others: a sealed record of primitives with a name that never changes.</summary>
public interface IIntegrationEvent;

/// <summary>The stored name of an integration event: <c>module.what-happened.v1</c>. Classes may be renamed, this may not.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
