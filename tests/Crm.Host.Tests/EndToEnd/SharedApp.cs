using System.Collections.Concurrent;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>One host for all tests that do not get in each other's way: a start costs more than any of them.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<JsonElement>> _descriptions = new();

    internal CrmApp App { get; private set; } = null!;

    /// <summary>What the host says of its API, read once: making it is long work.</summary>
    internal Task<JsonElement> Description(string document) => _descriptions.GetOrAdd(document, async name => await (await App.Stranger().GetAsync($"/openapi/{name}.json")).Json());

    public async Task InitializeAsync() => App = await CrmApp.Start(DatabaseProvider.Sqlite, ("Printing:Timeout", "00:05:00"));

    public async Task DisposeAsync() => await App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OneHost : ICollectionFixture<SharedApp>
{
    public const string Name = "one host";
}
