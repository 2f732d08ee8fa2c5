using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Host.Platform.Application;
using Crm.Host.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

/// <summary>
/// What the built-in roles may do over the real modules is written down in <c>Approved</c>, so that nobody gets a right by the way. After
/// somebody has agreed to a change, these tests with <c>CRM_WRITE_ROLES=1</c> write it down.
/// </summary>
[Collection(OneHost.Name)]
public sealed class GrantedByRoleTests(SharedApp shared)
{
    private static readonly string[] Roles = [BuiltInRoles.Administrator, BuiltInRoles.SalesManager, BuiltInRoles.SalesRepresentative, BuiltInRoles.Analyst];

    public static TheoryData<string> Names => [.. Roles];

    [Theory, MemberData(nameof(Names))]
    public async Task A_built_in_role_may_do_what_was_agreed_to(string role)
    {
        var granted = string.Concat(Granted()[role].Select(line => line + '\n'));
        var file = Path.Combine(Folder(), $"{role}.txt");
        if (Environment.GetEnvironmentVariable("CRM_WRITE_ROLES") == "1") await File.WriteAllTextAsync(file, granted);

        granted.ShouldBe(await File.ReadAllTextAsync(file), $"{role} may do something else than was agreed to.");
    }

    [Fact]
    public void Who_does_the_work_decides_nothing_about_it()
    {
        var representative = Granted()[BuiltInRoles.SalesRepresentative];

        representative.ShouldNotContain(line => line.Contains(".approve:") || line.Contains(".settle:") || line.Contains(".write-off:") || line.Contains(".allow:"));
        representative.Where(line => line.EndsWith(": all", StringComparison.Ordinal)).ShouldAllBe(line => line.EndsWith(".read: all", StringComparison.Ordinal));
    }

    private Dictionary<string, List<string>> Granted()
    {
        var declared = shared.App.Services.GetRequiredService<ModuleCatalog>().Descriptions.SelectMany(m => m.Permissions).ToList();
        return BuiltInRoles.From(declared).ToDictionary(
            role => role.Key, role => role.Value.OrderBy(g => g.Permission, StringComparer.Ordinal).Select(g => $"{g.Permission}: {Enums.Name(g.Scope)}").ToList());
    }

    internal static string Folder()
    {
        var above = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(above.FullName, "Crm.sln"))) above = above.Parent ?? throw new FileNotFoundException("Crm.sln");
        return Path.Combine(above.FullName, "tests", "Crm.Host.Tests", "Platform", "Approved");
    }
}
