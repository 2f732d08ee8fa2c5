using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Host.Platform.Domain;

namespace Crm.Host.Platform.Application;

/// <summary>
/// The roles every installation has. What they may do follows from what the modules declare and from the verb at the end of a
/// permission's name, so that a new module needs no list here. A verb that is not named here is for administrators alone, until somebody
/// has thought about it.
/// </summary>
internal static class BuiltInRoles
{
    public const string Administrator = "administrator";
    public const string SalesManager = "sales-manager";
    public const string SalesRepresentative = "sales-representative";
    public const string Analyst = "analyst";

    private const string PlatformPrefix = "platform.";

    private static readonly string[] Looking = ["read", "export"];

    // The work itself, each on the own records.
    private static readonly string[] Doing = ["write", "delete", "place", "confirm", "ship", "pay", "cancel", "request", "receive", "reserve", "spend", "claim", "release"];

    // Says yes to what others ask for, gives money away or answers for a document: never for who does the work.
    private static readonly string[] Deciding = ["approve", "settle", "issue", "allow", "write-off", "override", "publish", "restore", "oversee", "merge"];

    public static IReadOnlyDictionary<string, IReadOnlyList<Grant>> From(IReadOnlyCollection<Permission> declared)
    {
        var business = declared.Where(p => !p.Name.StartsWith(PlatformPrefix, StringComparison.Ordinal)).ToList();
        var work = business.Where(p => Looking.Contains(Verb(p)) || Doing.Contains(Verb(p))).ToList();
        var decisions = business.Where(p => Deciding.Contains(Verb(p)));
        return new Dictionary<string, IReadOnlyList<Grant>>
        {
            [Administrator] = [.. declared.Select(p => new Grant(p.Name, RowScope.All))],
            [SalesManager] = [.. work.Concat(decisions).Select(p => new Grant(p.Name, p.IsScoped ? RowScope.UnitAndBelow : RowScope.All))],
            [SalesRepresentative] =
            [
                .. work.Where(p => p.IsScoped || Verb(p) == "read").Select(p => new Grant(p.Name, p.IsScoped ? RowScope.Own : RowScope.All)),
            ],
            [Analyst] = [.. business.Where(p => Looking.Contains(Verb(p))).Select(p => new Grant(p.Name, RowScope.All))],
        };
    }

    private static string Verb(Permission permission) => permission.Name[(permission.Name.LastIndexOf('.') + 1)..];
}
