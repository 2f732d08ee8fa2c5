namespace Crm.BuildingBlocks;

/// <summary>
/// A personal value. In an entity its column is encrypted at rest; in an integration event, audit entry or kept event it is encrypted
/// under the key of the person, so that destroying the key erases it everywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;

/// <summary>
/// A personal value that stays plain in its column, so that it can be searched and sorted, and is encrypted under the key of the person
/// where the audit trail copies it to. Its module blanks the column when the person is erased. It has no effect on an event.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalInCopiesAttribute : Attribute;

/// <summary>Marks the property of an event or entity that says whose personal values it carries.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonKeyAttribute : Attribute;
