namespace Crm.BuildingBlocks;

/// <summary>
/// A personal value. In an entity its column is encrypted at rest; in an integration event, audit entry or kept event it is encrypted
/// under the key of the person, so that destroying the key erases it everywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;

/// <summary>Marks the property of an event or entity that says whose personal values it carries.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonKeyAttribute : Attribute;
