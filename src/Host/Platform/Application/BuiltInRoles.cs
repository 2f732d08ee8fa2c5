using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Host.Platform.Domain;

namespace Crm.Host.Platform.Application;

/// <summary>
/// The roles every installation has. What they may do follows from what the modules declare and from the verb at the end of a
/// permission's name, so that a new module needs no list here.
/// </summary>
internal static class BuiltInRoles
{
    public const string Administrator = "administrator";
    public const string SalesManager = "sales-manager";
    public const string SalesRepresentative = "sales-representative";
    public const string Analyst = "analyst";

    private const string PlatformPrefix = "platform.";

    // Rules, settings and other things that change how everybody works.
    private static readonly string[] ForAdministrators = ["configure", "administer"];
    private static readonly string[] Looking = ["read", "export"];

    public static IReadOnlyDictionary<string, IReadOnlyList<Grant>> From(IReadOnlyCollection<Permission> declared)
    {
        var business = declared.Where(p => !p.Name.StartsWith(PlatformPrefix, StringComparison.Ordinal) && !ForAdministrators.Contains(Verb(p))).ToList();
        return new Dictionary<string, IReadOnlyList<Grant>>
        {
            [Administrator] = [.. declared.Select(p => new Grant(p.Name, RowScope.All))],
            [SalesManager] = [.. business.Select(p => new Grant(p.Name, p.IsScoped ? RowScope.UnitAndBelow : RowScope.All))],
            [SalesRepresentative] =
            [
                .. business.Where(p => p.IsScoped || Verb(p) == "read").Select(p => new Grant(p.Name, p.IsScoped ? RowScope.Own : RowScope.All)),
            ],
            [Analyst] = [.. business.Where(p => Looking.Contains(Verb(p))).Select(p => new Grant(p.Name, RowScope.All))],
        };
    }

    private static string Verb(Permission permission) => permission.Name[(permission.Name.LastIndexOf('.') + 1)..];
}
