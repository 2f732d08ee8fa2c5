using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.PersonalData;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Who asked for the work and what they reached then; the work acts with exactly this, on whatever host and whenever it runs.</summary>
public sealed record CallerSnapshot(Caller Caller, RowScope Scope, Language Language, string? RemoteAddress)
{
    public static CallerSnapshot Of(CallerContext context) =>
        new(context.Caller, context.Scope, context.Language, context.RemoteAddress?.ToString());

    public static CallerSnapshot Read(string json) => JsonSerializer.Deserialize<CallerSnapshot>(json, EventJson.Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, EventJson.Options);

    public void Restore(CallerContext context)
    {
        context.Act(Caller, Scope);
        context.Language = Language;
        context.RemoteAddress = RemoteAddress is null ? null : IPAddress.Parse(RemoteAddress);
    }
}
