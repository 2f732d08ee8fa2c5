using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class DeclaredAccessTests
{
    [Fact]
    public async Task An_endpoint_that_does_not_say_who_may_use_it_stops_the_start()
    {
        var failure = await Should.ThrowAsync<StartupFailure>(() => Check(app => app.MapGet("/notes/forgotten", () => "oops")));

        failure.Message.ShouldContain("GET /notes/forgotten");
    }

    [Fact]
    public async Task An_endpoint_with_a_permission_that_no_module_declares_stops_the_start()
    {
        var failure = await Should.ThrowAsync<StartupFailure>(() => Check(app => app.MapGet("/notes", () => "x").Requires("notes.notes.raed")));

        failure.Message.ShouldContain("notes.notes.raed");
    }

    [Fact]
    public Task Endpoints_that_say_who_may_use_them_let_the_start_go_on() =>
        Check(app =>
        {
            app.MapGet("/notes", () => "x").Requires(NotesPermissions.Read);
            app.MapGet("/health", () => "x").AllowEverybody();
        });

    private static async Task Check(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore().AddSingleton(ModuleCatalog.Describe([new NotesModule()]));
        await using var app = builder.Build();
        map(app);
        await app.StartAsync();
        app.Services.CheckDeclaredAccess();
    }
}
