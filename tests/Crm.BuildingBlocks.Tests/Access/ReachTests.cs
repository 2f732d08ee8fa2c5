using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Access;

/// <summary>Which records a scope reaches: asked of loaded records, of the database and of orders that are confirmed by the way.</summary>
public sealed class ReachTests
{
    private static readonly Guid Unit = Guid.CreateVersion7();
    private static readonly Guid Below = Guid.CreateVersion7();
    private static readonly Guid Elsewhere = Guid.CreateVersion7();

    private static readonly Caller Nancy = new(Guid.CreateVersion7(), CallerKind.Person, "Nancy") { UnitId = Unit, UnitsBelow = [Unit, Below] };

    [Theory]
    [InlineData(RowScope.None, false, false, false, false)]
    [InlineData(RowScope.Own, true, false, false, false)]
    [InlineData(RowScope.Unit, true, true, false, false)]
    [InlineData(RowScope.UnitAndBelow, true, true, true, false)]
    [InlineData(RowScope.All, true, true, true, true)]
    public void A_wider_scope_reaches_what_a_narrower_one_does_and_more(RowScope scope, bool own, bool ofUnit, bool ofUnitBelow, bool ofOthers)
    {
        var someone = Guid.CreateVersion7();

        Nancy.Reaches(scope, Nancy.Id, Elsewhere).ShouldBe(own);
        Nancy.Reaches(scope, someone, Unit).ShouldBe(ofUnit);
        Nancy.Reaches(scope, someone, Below).ShouldBe(ofUnitBelow);
        Nancy.Reaches(scope, someone, Elsewhere).ShouldBe(ofOthers);
        Nancy.Reaches(scope, ownerId: null, unitId: null).ShouldBe(ofOthers);
    }

    [Fact]
    public void Who_is_in_no_unit_reaches_none_least_of_all_what_belongs_to_none()
    {
        var loner = new Caller(Guid.CreateVersion7(), CallerKind.Person, "Loner");

        loner.Reaches(RowScope.Unit, Guid.CreateVersion7(), unitId: null).ShouldBeFalse();
        loner.Reaches(RowScope.UnitAndBelow, Guid.CreateVersion7(), Unit).ShouldBeFalse();
        loner.Reaches(RowScope.Unit, loner.Id, unitId: null).ShouldBeTrue();
    }
}
