namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>The right to do one thing: <c>module.resource.verb</c>.</summary>
/// <param name="Name">Stored in roles, so it never changes.</param>
/// <param name="Text">What it allows.</param>
/// <param name="IsScoped">Whether a role says which rows it reaches; else it is all or nothing.</param>
public sealed record Permission(string Name, Phrase Text, bool IsScoped = false);
