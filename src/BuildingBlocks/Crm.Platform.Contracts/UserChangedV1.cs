using Crm.BuildingBlocks;

namespace Crm.Platform.Contracts;

/// <summary>A user as it is now. Login, name and mail address are null once the person was erased.</summary>
/// <param name="Login">By which the company's identity provider knows the person.</param>
/// <param name="Language">The chosen language, <c>en</c> or <c>zh</c>; null when none was chosen.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Active">False once the person has left: keeps its records, may not sign in.</param>
[EventName("platform.user-changed.v1")]
public sealed record UserChangedV1(
    [PersonKey] Guid UserId,
    [Personal] string? Login,
    [Personal] string? Name,
    [Personal] string? Email,
    Guid? UnitId,
    string? Language,
    string TimeZone,
    bool Active) : IIntegrationEvent;
