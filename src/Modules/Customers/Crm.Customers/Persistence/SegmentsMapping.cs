using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Sampling;
using Crm.Customers.Domain.Segments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

internal static class SegmentsMapping
{
    private const int LongestFilter = 2000;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Segment>(segment =>
        {
            segment.ToTable("Segments").HasKey(s => s.Id);
            segment.Property(s => s.Id).ValueGeneratedNever();
            segment.Property(s => s.Description).HasMaxLength(CustomerLimits.Note);
            segment.Ignore(s => s.Draft).Ignore(s => s.Published);
            segment.HasIndex(s => s.Name);
            segment.OwnsMany(s => s.Versions, version =>
            {
                version.ToTable("SegmentVersions").WithOwner().HasForeignKey("SegmentId");
                version.HasKey("SegmentId", nameof(SegmentVersion.Number));
                version.Property(v => v.Number).ValueGeneratedNever();
                version.Property(v => v.Rules).IsLongText();
                version.UsePropertyAccessMode(PropertyAccessMode.PreferField);
            });
        });
        model.Entity<SegmentFreeze>(freeze =>
        {
            freeze.ToTable("SegmentFreezes").HasKey(f => f.Id);
            freeze.Property(f => f.Id).ValueGeneratedNever();
            freeze.HasIndex(f => new { f.SegmentId, f.FrozenAt });
        });
        model.Entity<SegmentMember>(member => member.ToTable("SegmentMembers").HasKey(m => new { m.FreezeId, m.CustomerId }));
        model.Entity<Sample>(sample =>
        {
            sample.ToTable("Samples").HasKey(s => s.Id);
            sample.Property(s => s.Id).ValueGeneratedNever();
            sample.Ignore(s => s.Design);
            sample.Property(s => s.Filter).HasMaxLength(LongestFilter);
            sample.Property(s => s.FrameHash).HasMaxLength(64);
            sample.Property(s => s.Strata).IsJson().IsNotAudited();
            sample.HasIndex(s => s.DrawnAt);
        });
        model.Entity<SampleMember>(member => member.ToTable("SampleMembers").HasKey(m => new { m.SampleId, m.Position }));
    }
}
