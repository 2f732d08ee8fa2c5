using Crm.Architecture.Tests.Reading;
using Crm.Architecture.Tests.Rules;
using Xunit;

namespace Crm.Architecture.Tests;

public sealed class TextTests
{
    [Fact]
    public void Files_stay_readable() => TextRules.FilesStayReadable.HoldsInProduction();

    [Fact]
    public void Files_stay_readable__offenders() => TextRules.FilesStayReadable.Finds(
        "src/Long.cs has 400 lines");

    [Fact]
    public void Nothing_is_left_for_later() => TextRules.NothingIsLeftForLater.HoldsInProduction();

    [Fact]
    public void Nothing_is_left_for_later__offenders() => TextRules.NothingIsLeftForLater.Finds(
        $"src/Later.cs:2 {OffendingFiles.Later}");

    [Fact]
    public void A_silenced_warning_says_why() => TextRules.SilencedWarningsSayWhy.HoldsInProduction();

    [Fact]
    public void A_silenced_warning_says_why__offenders() => TextRules.SilencedWarningsSayWhy.Finds(
        $"src/Silenced.cs:1 {OffendingFiles.Disable} CA1",
        $"src/Silenced.props:2 <{OffendingFiles.NoWarnings}>CA1</{OffendingFiles.NoWarnings}>");

    [Fact]
    public void The_project_knows_no_machine() => TextRules.TheProjectKnowsNoMachine.HoldsInProduction();

    [Fact]
    public void The_project_knows_no_machine__offenders() => TextRules.TheProjectKnowsNoMachine.Finds(
        $"docs/machine.md:1 {OffendingFiles.Home}s",
        $"docs/machine.md:2 {OffendingFiles.Feed}");
}
