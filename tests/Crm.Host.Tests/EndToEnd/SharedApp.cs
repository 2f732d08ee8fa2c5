using Crm.Host.Tests.App;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>One host for the tests of one class that do not get in each other's way.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    internal CrmApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await CrmApp.Start();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
