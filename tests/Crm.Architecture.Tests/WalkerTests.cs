using Crm.Architecture.Tests.Reading;
using Shouldly;
using Xunit;

namespace Crm.Architecture.Tests;

/// <summary>A rule is as good as the walker's eyes: every way in which C# can name a type is seen, and charged to the place a reader looks at.</summary>
public sealed class WalkerTests
{
    private static readonly CodeType Specimen = Codebase.Offending.Types.Single(t => t.Name == "Crm.BuildingBlocks.Specimen");

    [Theory]
    [InlineData("SeenAsBase", "base type")]
    [InlineData("SeenAsInterface", "interface")]
    [InlineData("SeenAsConstraint", "constraint")]
    [InlineData("SeenAsAttribute", "attribute")]
    [InlineData("SeenInAttribute", "attribute")]
    [InlineData("SeenAsField", "field _field")]
    [InlineData("SeenAsProperty", "property Property")]
    [InlineData("SeenAsEvent", "event Happened")]
    [InlineData("SeenAsParameter", "method Signature")]
    [InlineData("SeenAsResult", "method Signature")]
    [InlineData("SeenByReference", "method Signature")]
    [InlineData("SeenAsArgument", "method Signature")]
    [InlineData("SeenOnParameter", "attribute on method Signature")]
    [InlineData("SeenInPrimaryConstructor", "field captured")]
    [InlineData("SeenInInitialiser", "constructor")]
    [InlineData("SeenAsLocal", "method Body")]
    [InlineData("SeenInTypeOf", "method Body")]
    [InlineData("SeenAsCaught", "method Body")]
    [InlineData("SeenAsPattern", "method Body")]
    [InlineData("SeenAsMethodArgument", "method Body")]
    [InlineData("SeenAsCalled", "method Body")]
    [InlineData("SeenInLambda", "method Lambdas")]
    [InlineData("SeenInInnerLambda", "method Lambdas")]
    [InlineData("SeenInLocalFunction", "method Lambdas")]
    [InlineData("SeenInAsync", "method Async")]
    [InlineData("SeenInAsyncLambda", "method AsyncLambda")]
    [InlineData("SeenInIterator", "method Iterator")]
    [InlineData("SeenInNested", "method Nested.Body")]
    [InlineData("SeenAsNestedBase", "base type of Nested")]
    [InlineData("SeenInExplicit", "method Explicit")]
    public void Everything_used_is_seen_where_it_is_written(string used, string where) =>
        Specimen.Uses.Where(u => u.Type == $"Crm.BuildingBlocks.{used}").Select(u => u.Where).ShouldContain(where);

    [Fact]
    public void Nothing_of_the_specimen_is_charged_to_a_generated_name() =>
        Specimen.Uses.Where(u => u.Where.Contains('<', StringComparison.Ordinal) || u.Type.Contains('<', StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void A_generic_base_type_is_closed_over_its_heirs() =>
        Specimen.Ancestors().Select(a => a.FullName).ShouldContain("Crm.BuildingBlocks.ISeenThrough`1<Crm.BuildingBlocks.SeenAsBaseArgument>");

    [Fact]
    public void The_specimen_sees_itself_only_from_inside() =>
        Specimen.Uses.ShouldNotContain(u => u.Type.StartsWith("Crm.BuildingBlocks.Specimen", StringComparison.Ordinal));
}
