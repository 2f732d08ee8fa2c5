using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Host.Platform.Domain;
using Crm.Platform.Contracts;

namespace Crm.Host.Platform.Application;

/// <summary>What the platform tells the modules. Roles, clients and settings are nobody's business but its own.</summary>
internal sealed class PlatformPublishedEvents : PublishedEvents
{
    public override IIntegrationEvent? Translate(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        (OrgUnit unit, OrgUnitWasChanged) => Of(unit),
        (Territory territory, TerritoryWasChanged) => Of(territory),
        (User user, UserWasChanged) => Of(user),
        (PersonErasure erasure, PersonErasureWasRequested) => Of(erasure),
        (WorkingCalendar calendar, WorkingCalendarWasChanged) => Of(calendar),
        (WorkingCalendar calendar, WorkingCalendarWasRemoved) => new WorkingCalendarRemovedV1(calendar.Key),
        _ => null,
    };

    public static OrgUnitChangedV1 Of(OrgUnit unit) => new(unit.Id.Value, unit.Code, unit.Name, unit.ParentId?.Value);

    public static TerritoryChangedV1 Of(Territory territory) => new(
        territory.Id.Value, territory.Code, territory.Name, territory.ParentId?.Value, territory.Above, territory.ManagerId?.Value,
        [.. territory.Rules.Select(r => new TerritoryRuleV1(r.Country, r.Region, r.PostalCode, r.Industry))]);

    public static UserChangedV1 Of(User user) =>
        new(user.Id.Value, user.Login, user.Name, user.Email, user.UnitId?.Value, Tag(user.Language), user.TimeZone, user.Active);

    public static WorkingCalendarChangedV1 Of(WorkingCalendar calendar) => new(
        calendar.Id.Value, calendar.Code, calendar.Name, calendar.TimeZone,
        [.. calendar.Hours.Select(h => new WorkingHoursV1(Enums.Name(h.Day), h.FromMinute, h.ToMinute))], calendar.Holidays, calendar.IsDefault);

    public static PersonErasureRequestedV1 Of(PersonErasure erasure) => new(erasure.PersonId, erasure.RequestedAt);

    private static string? Tag(Language? language) => language switch
    {
        Language.English => "en",
        Language.Chinese => "zh",
        _ => null,
    };
}
