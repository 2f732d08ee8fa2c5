using Crm.BuildingBlocks.Hosting.Access;
using Crm.Host.Tests.EndToEnd;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

/// <summary>
/// Which permission every address wants is written down in <c>Approved</c>, beside what the roles may do. After somebody has agreed to a
/// change, this test with <c>CRM_WRITE_ROLES=1</c> writes it down.
/// </summary>
[Collection(OneHost.Name)]
public sealed class RouteAccessTests(SharedApp shared)
{
    [Fact]
    public async Task Every_address_wants_the_permission_that_was_agreed_to()
    {
        var wanted = string.Concat(Wanted().Order(StringComparer.Ordinal).Select(line => line + '\n'));
        var file = Path.Combine(GrantedByRoleTests.Folder(), "routes.txt");
        if (Environment.GetEnvironmentVariable("CRM_WRITE_ROLES") == "1") await File.WriteAllTextAsync(file, wanted);

        wanted.ShouldBe(await File.ReadAllTextAsync(file), "An address wants another permission than was agreed to.");
    }

    private IEnumerable<string> Wanted() =>
        from endpoint in shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let access = endpoint.Metadata.GetRequiredMetadata<EndpointAccess>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select $"/{endpoint.RoutePattern.RawText!.Trim('/')} {method}: {access.Permission ?? (access.IsForKnownCallers ? "every caller" : "everybody")}";
}
