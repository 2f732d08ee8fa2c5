using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing.Databases;
using Xunit;

namespace Crm.Host.Tests.Http;

/// <summary>The files of <c>docs/http</c> that walk through the modules, apart from the stories so that both are told at once.</summary>
public sealed class HandbookTests
{
    [SkippableTheory, EveryProvider]
    public Task Whatever_the_files_try_by_hand_is_answered_as_they_say(DatabaseProvider provider) => HttpFileTests.Tell(provider, HttpFileTests.Handbook);
}
