using System.Reflection;
using Crm.BuildingBlocks.Hosting.Persistence;
using Xunit.Sdk;

namespace Crm.Testing.Databases;

/// <summary>
/// Runs a test once per database provider: <c>[SkippableTheory, EveryProvider] public async Task A_sentence(DatabaseProvider provider)</c>.
/// Where a provider is absent, <see cref="TestDatabase"/> skips that row and says why. Further values follow the provider in each row.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryProviderAttribute(params object[] values) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<DatabaseProvider>().Select(provider => (object[])[provider, .. values]);
}
