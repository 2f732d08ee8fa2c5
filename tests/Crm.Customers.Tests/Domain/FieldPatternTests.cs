using Crm.Customers.Domain.Fields;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class FieldPatternTests
{
    [Theory]
    [InlineData("[A-Z]{1,3}-[0-9]+", true)]
    [InlineData("a|b", true)]
    [InlineData("a)(b", false)]
    [InlineData("(a", false)]
    [InlineData("[", false)]
    public void A_pattern_is_an_expression_by_itself(string pattern, bool isOne) => FieldCheck.IsPattern(pattern).ShouldBe(isOne);
}
