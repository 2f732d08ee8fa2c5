using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Modules;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>What several commands of the platform check alike.</summary>
internal static class InputRules
{
    /// <summary>Largest limits that make sense; more would be no limit.</summary>
    private static readonly ClientLimits Most = new(RequestsPerSecond: 100_000, RequestsPerDay: int.MaxValue, ConcurrentOperations: 100, BodyBytes: 1024 * 1024 * 1024);

    public static IRuleBuilderOptions<T, string?> IsTimeZone<T>(this IRuleBuilder<T, string?> zone) => zone
        .Must(name => name is null || TimeZones.IsIana(name))
        .WithMessage(_ => ForPerson("An IANA time zone such as Europe/Berlin is expected.", "应为 IANA 时区，例如 Asia/Shanghai。"));

    public static IRuleBuilderOptions<T, GrantInput> IsGrant<T>(this IRuleBuilder<T, GrantInput> grant, ModuleCatalog catalog)
    {
        var declared = catalog.Descriptions.SelectMany(m => m.Permissions).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        return grant
            .Must(g => g is not null && g.Scope != RowScope.None && declared.Contains(g.Permission))
            .WithMessage(_ => ForPerson(
                "A permission of GET /admin/v1/permissions with a scope other than none is expected.",
                "应为 GET /admin/v1/permissions 中的权限，且范围不能为 none。"));
    }

    public static IRuleBuilderOptions<T, MaskInput> IsMask<T>(this IRuleBuilder<T, MaskInput> mask) => mask
        .Must(m => m?.Field is { Length: > 2 and <= 200 } field && field.IndexOf('.') > 0 && !field.EndsWith('.'))
        .WithMessage(_ => ForPerson("A field as 'resource.field' is expected, such as customers.taxId.", "应为“资源.字段”，例如 customers.taxId。"));

    public static IRuleBuilderOptions<T, ClientLimits?> IsWithinReason<T>(this IRuleBuilder<T, ClientLimits?> limits) => limits
        .Must(l => l is null || (Fits(l.RequestsPerSecond, Most.RequestsPerSecond) && Fits(l.RequestsPerDay, Most.RequestsPerDay)
            && Fits(l.ConcurrentOperations, Most.ConcurrentOperations) && Fits(l.BodyBytes, Most.BodyBytes)))
        .WithMessage(_ => ForPerson("Every limit must be at least 1 and within reason.", "每项限额至少为 1，且不能过大。"));

    private static bool Fits(long value, long most) => value >= 1 && value <= most;

    private static string ForPerson(string english, string chinese) =>
        System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? chinese : english;
}

/// <param name="Permission">As listed by the permissions endpoint.</param>
/// <param name="Scope">Rows it reaches.</param>
internal sealed record GrantInput(string Permission, RowScope Scope = RowScope.All);

/// <param name="Field"><c>resource.field</c></param>
/// <param name="Kind">How it is hidden.</param>
internal sealed record MaskInput(string Field, FieldMask Kind);
