using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Platform.Contracts;
using Crm.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Tests.Module.Privacy;

internal static class Erasing
{
    /// <summary>As the platform erases somebody: the key first, then every part that keeps something hears of it.</summary>
    public static async Task Erase(this ModuleHarness customers, Guid person)
    {
        await customers.Services.GetRequiredService<IPersonKeys>().Destroy(person, CancellationToken.None);
        await customers.Given(new PersonErasureRequestedV1(person, customers.Time.GetUtcNow()), $"person-erasure/{Guid.CreateVersion7()}", 1);
    }
}
