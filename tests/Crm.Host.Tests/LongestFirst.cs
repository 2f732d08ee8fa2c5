using Xunit;
using Xunit.Abstractions;

namespace Crm.Host.Tests;

/// <summary>What takes longest begins first, so that it does not run alone when all the others have ended.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [EndToEnd.OneHost.Name, "HttpFileTests", "HostileInputTests", "DemoTests", "RushTests", "NorthwindTests", "StartTests"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(collection => Array.FindIndex(Long, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length)
        .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
